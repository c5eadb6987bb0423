using NodaTime;
using NodaTime.Text;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>A span of days by the name a sales manager gives it.</summary>
public sealed record NamedSpan(string Name, DateSpan Days)
{
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Month(LocalDate day) => YearMonthPattern.Iso.Format(day.ToYearMonth());

    public override string ToString() => Name + " (" + Days + ")";
}
