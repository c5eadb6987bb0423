using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What is asked for.</content>
public sealed partial class QuoteRequest
{
    private sealed record Settings
    {
        internal Settings(LocalDate date, Currency currency, ScopeSubject subject, QuoteLine[] lines)
        {
            Date = date;
            Currency = currency;
            Subject = subject;
            Lines = lines;
        }

        internal LocalDate Date { get; }

        internal Currency Currency { get; }

        internal ScopeSubject Subject { get; }

        internal QuoteLine[] Lines { get; init; }

        internal string[] Coupons { get; init; } = [];

        internal PromotionHistory History { get; init; } = PromotionHistory.None;

        internal PurchaseHistory Purchases { get; init; } = PurchaseHistory.None;

        internal LocalDate? PriceDate { get; init; }

        internal OpenOrderPrice OpenOrderPrice { get; init; }

        internal LocalDate? ValidUntil { get; init; }

        internal LocalDate? Baseline { get; init; }

        internal DocumentId? Document { get; init; }

        internal Approval[] Approvals { get; init; } = [];

        public bool Equals(Settings? other) =>
            other is not null && Date == other.Date && Currency == other.Currency && Subject == other.Subject
            && PriceDate == other.PriceDate && OpenOrderPrice == other.OpenOrderPrice && ValidUntil == other.ValidUntil
            && Baseline == other.Baseline && Document == other.Document
            && Lines.SequenceEqual(other.Lines) && Coupons.SequenceEqual(other.Coupons) && History == other.History
            && Purchases == other.Purchases && Approvals.SequenceEqual(other.Approvals);

        public override int GetHashCode() =>
            Lines.Aggregate(Date.GetHashCode(), (hash, line) => Hash.Combine(hash, line.GetHashCode()));
    }
}
