using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Makes assignments without naming the types of subject and holder.</summary>
public static class Assignment
{
    /// <summary>A subject held by one holder alone, 100 %.</summary>
    /// <typeparam name="TSubject">The type of what is held.</typeparam>
    /// <typeparam name="THolder">The type of who holds it.</typeparam>
    /// <param name="subject">What is held: a customer, a territory, a position.</param>
    /// <param name="holder">Who holds it: a salesperson, a position, a territory.</param>
    /// <param name="span">On which days.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="holder"/> is null.</exception>
    public static Assignment<TSubject, THolder> Of<TSubject, THolder>(TSubject subject, THolder holder, DateSpan span)
        where TSubject : notnull
        where THolder : notnull =>
        Of(subject, holder, span, Percentage.OneHundred);

    /// <summary>A subject of which a holder has a share.</summary>
    /// <typeparam name="TSubject">The type of what is held.</typeparam>
    /// <typeparam name="THolder">The type of who holds it.</typeparam>
    /// <param name="subject">What is held.</param>
    /// <param name="holder">Who holds a share of it.</param>
    /// <param name="span">On which days.</param>
    /// <param name="share">The share, above 0 % and at most 100 %.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="holder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above 0 % or is above 100 %.</exception>
    public static Assignment<TSubject, THolder> Of<TSubject, THolder>(TSubject subject, THolder holder, DateSpan span, Percentage share)
        where TSubject : notnull
        where THolder : notnull
    {
        Guard.Against.Null(subject);
        Guard.Against.Null(holder);
        Guard.Against.Above(Percentage.OneHundred, share);
        return share > Percentage.Zero ? new Assignment<TSubject, THolder>(subject, holder, span, share)
            : throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0%");
    }
}
