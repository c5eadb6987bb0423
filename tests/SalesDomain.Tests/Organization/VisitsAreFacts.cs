using System;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;

namespace SalesDomain.Tests.Organization;

public sealed class VisitsAreFacts
{
    public static TheoryData<string, Action<VisitBuilder>> BadValues => new()
    {
        { nameof(VisitBuilder.Id), visit => visit.Id = default },
        { nameof(VisitBuilder.Date), visit => visit.Date = null },
        { nameof(VisitBuilder.Date), visit => visit.Date = VisitSample.Start.WithCalendar(CalendarSystem.Julian) },
        { nameof(VisitBuilder.Customer), visit => visit.Customer = default },
        { nameof(VisitBuilder.Salesperson), visit => visit.Salesperson = default },
        { nameof(VisitBuilder.Purpose), visit => visit.Purpose = default(VisitPurposeId) },
        { nameof(VisitBuilder.Order), visit => visit.Order = default(DocumentId) },
        { nameof(VisitBuilder.AccompaniedBy), visit => visit.AccompaniedBy = [default] },
        { nameof(VisitBuilder.AccompaniedBy), visit => visit.AccompaniedBy = [new SalespersonId("S-1")] },
        { nameof(VisitBuilder.AccompaniedBy), visit => visit.AccompaniedBy = [new SalespersonId("M-1"), new SalespersonId("M-1")] },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_value_that_makes_no_visit_is_refused_by_name(string property, Action<VisitBuilder> spoil)
    {
        var visit = Full();
        spoil(visit);

        Assert.Equal(property, Assert.Throws<ArgumentException>(visit.Build).ParamName);
    }

    [Fact]
    public void What_is_set_is_what_the_visit_states()
    {
        var visit = Full().Build();

        Assert.Equal("2026-03-01 V-1 S-1 at C-1 for shelf, order SO-1", visit.ToString());
        Assert.Equal([new SalespersonId("M-1"), new SalespersonId("M-2")], visit.AccompaniedBy);
        Assert.True(visit.IsAccompanied);
        Assert.Equal(visit, visit.ToBuilder().Build());
        Assert.Equal("2026-03-01 V-1 S-1 at C-1", VisitSample.Visit(1, "C-1", "S-1", VisitSample.Start).Build().ToString());
    }

    [Fact]
    public void An_order_that_is_named_was_taken()
    {
        var visit = VisitSample.Visit(1, "C-1", "S-1", VisitSample.Start);
        Assert.False(visit.Build().OrderTaken);

        visit.Order = new DocumentId("SO-1");
        Assert.True(visit.Build().OrderTaken);

        visit.Order = null;
        visit.OrderTaken = true;
        Assert.True(visit.Build().OrderTaken);
    }

    [Fact]
    public void Coaches_come_in_any_order()
    {
        var other = Full();
        other.AccompaniedBy = [new SalespersonId("M-1"), new SalespersonId("M-2")];
        var alone = Full();
        alone.AccompaniedBy = null;

        TestHelper.TestEqualsClass(Full().Build(), other.Build(), alone.Build(),
            VisitSample.Visit(1, "C-1", "S-1", VisitSample.Start).Build());
    }

    [Fact]
    public void A_report_that_is_read_twice_is_refused()
    {
        var log = VisitLog.Of([Full().Build()]);

        Assert.Equal("visits", Assert.Throws<ArgumentException>(() => VisitLog.Of([Full().Build(), Full().Build()])).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => log.Merge(log)).ParamName);
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void The_order_of_visits_does_not_matter_and_parts_merge(VisitSample sample)
    {
        var back = VisitLog.Of(sample.Visits.Reverse());

        Assert.Equal(sample.Log, back);
        Assert.Equal(sample.Log.GetHashCode(), back.GetHashCode());
        Assert.Equal(sample.Log, sample.First.Merge(sample.Rest));
        Assert.Equal(sample.Log, sample.Rest.Merge(sample.First));
        Assert.Equal(sample.Cut == sample.Visits.Length, sample.Log == sample.First);
        Assert.Equal(sample.Log, VisitLog.Empty.Merge(sample.Log));
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void The_last_visit_by_a_day_is_found(VisitSample sample)
    {
        for (var day = -4; day <= 36; day++)
        {
            var asOf = VisitSample.Start.PlusDays(day);
            Assert.All(VisitSample.Customers, customer =>
            {
                var days = sample.Visits.Where(visit => visit.Customer == customer && visit.Date <= asOf).Select(visit =>
                    visit.Date).ToArray();
                Assert.Equal(days.Length == 0 ? null : days.Max(), sample.Log.LastVisit(customer, asOf));
            });
        }
    }

    [Property(Arbitrary = [typeof(VisitSample)])]
    public void A_part_of_a_log_has_the_visits_of_its_days_or_of_its_condition(VisitSample sample)
    {
        Assert.Equal(
            VisitLog.Of(sample.Visits.Where(visit => VisitSample.Days.Contains(visit.Date))), sample.Log.In(VisitSample.Days));
        Assert.Equal(VisitLog.Of(sample.Visits.Where(visit => visit.OrderTaken)), sample.Log.Where(visit => visit.OrderTaken));
    }

    [Fact]
    public void A_log_is_equal_by_its_visits() =>
        TestHelper.TestEqualsClass(
            VisitLog.Of([Full().Build()]), VisitLog.Of([Full().Build()]),
            VisitLog.Empty, VisitLog.Of([VisitSample.Visit(1, "C-1", "S-1", VisitSample.Start).Build()]),
            VisitLog.Of([VisitSample.Visit(2, "C-1", "S-1", VisitSample.Start).Build()]));

    private static VisitBuilder Full()
    {
        var visit = VisitSample.Visit(1, "C-1", "S-1", VisitSample.Start);
        visit.Purpose = new VisitPurposeId("shelf");
        visit.Order = new DocumentId("SO-1");
        visit.AccompaniedBy = [new SalespersonId("M-2"), new SalespersonId("M-1")];
        return visit;
    }
}
