namespace SalesDomain.Commissions;

/// <summary>
/// How a part of a commission is earned as its stage goes on. What is cancelled or comes back is not earned at any pace: all of a part is
/// that of what stands, and all is done when nothing that stands is open. What is ordered stands as far as it was not cancelled, did not
/// come back as goods and was not credited.
/// </summary>
/// <remarks>
/// <para>
/// What was credited or returned counts as never to come. An invoice that is cancelled and issued anew (红冲重开), or goods that are
/// exchanged, look the same by the facts as long as no more is invoiced, or delivered, than is ordered, and would count as twice invoiced,
/// or delivered, and the order as undone so far: give such a document once, and leave the first one and what cancels it out, or let the new
/// one name what cancels the first as its original. Otherwise a deal can be complete while a part of it is open.
/// </para>
/// <para>
/// The paces that name a deal differ from those that name a line where an order has several lines and later facts say which one they are of
/// (<see cref="DealBook"/>). Of a progress that is stated they ask the progress given, whatever it is of.
/// </para>
/// </remarks>
public enum EarningPace
{
    /// <summary>In proportion to what is done of the stage: half with half of the money.</summary>
    InProportion,

    /// <summary>All of it as soon as anything is done of the line: with the first payment for it.</summary>
    OnFirstOfLine,

    /// <summary>All of it as soon as anything is done of the deal, for whichever line: with the first payment (首付款到账).</summary>
    OnFirstOfDeal,

    /// <summary>Nothing until all is done of the line: with the last payment for it.</summary>
    WhenLineComplete,

    /// <summary>Nothing until all is done of the whole deal: when the contract is paid in full (全款到账).</summary>
    WhenDealComplete,
}
