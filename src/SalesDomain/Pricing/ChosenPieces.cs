namespace SalesDomain.Pricing;

/// <summary>Pieces of one line that are in deals, and how many of them are given.</summary>
internal readonly struct ChosenPieces
{
    internal ChosenPieces(Piece piece, decimal pieces, decimal given)
    {
        Piece = piece;
        Pieces = pieces;
        Given = given;
    }

    internal Piece Piece { get; }

    internal decimal Pieces { get; }

    internal decimal Given { get; }
}
