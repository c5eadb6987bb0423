using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The figures of what one event takes back of one earning.</summary>
internal sealed class ClawBackSteps
{
    internal string Name { get; set; } = "";

    internal string? Plan { get; set; }

    /// <summary>Negative; positive where it is given back.</summary>
    internal Money Amount { get; set; }

    /// <summary>Whether an earlier entry is reversed, so that nothing is computed.</summary>
    internal bool IsReversal { get; set; }

    internal Money Commission { get; set; }

    internal decimal Base { get; set; }

    /// <summary>The line itself and what follows it, whose commissions and bases make the whole; none where nothing follows it.</summary>
    internal (string Name, Money Commission, decimal Base)[] Following { get; set; } = [];

    /// <summary>To date where all of its commission is taken back, of this event where a part for the time left is.</summary>
    internal decimal Returned { get; set; }

    internal decimal ReturnedPart { get; set; }

    internal decimal Left { get; set; }

    internal decimal Window { get; set; }

    /// <summary>The day from which the window runs; null where it is not known any more.</summary>
    internal LocalDate? From { get; set; }

    internal decimal TimePart { get; set; }

    internal bool IsFull { get; set; }

    internal Money Exact { get; set; }

    internal Money Rounded { get; set; }

    internal Money Most { get; set; }

    internal Money Bounded { get; set; }

    internal Money Before { get; set; }

    internal Money ToDate { get; set; }

    /// <summary>The base this event takes back.</summary>
    internal decimal Taken { get; set; }
}
