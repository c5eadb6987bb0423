using System;
using System.Linq;

namespace SalesDomain.Customers;

/// <summary>The ranks on the way from the class held to the new one.</summary>
internal readonly struct ClassSteps
{
    private ClassSteps(ClassMovement movement, int held, int[] reviews)
    {
        Held = held;
        Earned = reviews[reviews.Length - 1];
        Reviews = reviews.Length;
        IsDown = Earned > held;
        Needed = IsDown ? movement.ReviewsDown : movement.ReviewsUp;
        Most = Earned == held ? null : IsDown ? movement.ClassesDown : movement.ClassesUp;
        Looked = Math.Min(Needed, reviews.Length);
        var last = reviews.Skip(reviews.Length - Looked);
        OfReviews = IsDown ? last.Min() : last.Max();
        ByReviews = IsDown ? Math.Max(held, OfReviews) : Math.Min(held, OfReviews);
        Confirmed = IsEnough ? ByReviews : held;
        Limit = IsDown ? (long)held + Most : (long)held - Most;
        Rank = Limit is not { } limit ? Confirmed : (int)(IsDown ? Math.Min(Confirmed, limit) : Math.Max(Confirmed, limit));
        InARow = 0;
        for (var i = reviews.Length - 1; i >= 0 && (IsDown ? reviews[i] >= Earned : reviews[i] <= Earned); i--)
            InARow++;
    }

    internal int Held { get; }

    internal int Earned { get; }

    /// <summary>How many reviews there were since it is in its class.</summary>
    internal int Reviews { get; }

    internal bool IsDown { get; }

    internal int Needed { get; }

    /// <summary>By how many classes at most, or null for any number.</summary>
    internal int? Most { get; }

    /// <summary>How many of the last reviews are looked at.</summary>
    internal int Looked { get; }

    internal bool IsEnough => Reviews >= Needed;

    /// <summary>Down the best of the ranks that are looked at, up the worst.</summary>
    internal int OfReviews { get; }

    internal int ByReviews { get; }

    internal int Confirmed { get; }

    /// <summary>How far the review may move.</summary>
    internal long? Limit { get; }

    internal int Rank { get; }

    /// <summary>How many of the last reviews earned this rank or one beyond.</summary>
    internal int InARow { get; }

    internal static ClassSteps Of(ClassMovement movement, int held, int[] reviews) => new(movement, held, reviews);
}
