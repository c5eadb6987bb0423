using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

/// <summary>The status of a course changes exactly on its boundary days.</summary>
public sealed class TrainingOnADay
{
    private static readonly SalespersonId s_person = new("S-1");
    private static readonly RoleId s_role = new("SR");
    private static readonly RoleId s_manager = new("ASM");
    private static readonly CourseId s_safety = new("SAFETY");
    private static readonly CourseId s_product = new("PRODUCT");

    private static readonly TrainingMatrix s_matrix = TrainingMatrix.Empty
        .With(s_role, TrainingRequirement.Of(s_safety, dueWithinDays: 30).WithValidity(months: 12, warningDays: 30))
        .With(s_role, TrainingRequirement.Of(s_product, dueWithinDays: 0))
        .With(s_manager, TrainingRequirement.Of(s_safety, dueWithinDays: 60).WithValidity(months: 6, warningDays: 10));

    [Theory]
    [InlineData("2025-12-31", TrainingStatus.NotRequired, false)]
    [InlineData("2026-01-01", TrainingStatus.Missing, false)]
    [InlineData("2026-01-31", TrainingStatus.Missing, false)]
    [InlineData("2026-02-01", TrainingStatus.Missing, true)]
    [InlineData("2026-03-14", TrainingStatus.Missing, true)]
    [InlineData("2026-03-15", TrainingStatus.Done, false)]
    [InlineData("2027-02-13", TrainingStatus.Done, false)]
    [InlineData("2027-02-14", TrainingStatus.ExpiringSoon, false)]
    [InlineData("2027-03-15", TrainingStatus.ExpiringSoon, false)]
    [InlineData("2027-03-16", TrainingStatus.Expired, false)]
    [InlineData("2027-04-30", TrainingStatus.Expired, false)]
    [InlineData("2027-05-01", TrainingStatus.Failed, false)]
    [InlineData("2027-05-09", TrainingStatus.Failed, false)]
    [InlineData("2027-05-10", TrainingStatus.Done, false)]
    public void A_status_holds_from_its_first_day_to_its_last(string on, TrainingStatus status, bool isLate)
    {
        TrainingRecord[] records = [Record("2026-03-15", true), Record("2027-05-01", false), Record("2027-05-10", true)];
        var cell = Cell(on, records);

        Assert.Equal((status, isLate), (cell.Status, cell.IsLate));
        Assert.Equal((Figure)status.ToString(), cell.Explain().Value);
        Tampering.EveryChangeIsNamed(cell.Explain());
        Assert.Equal(status == TrainingStatus.NotRequired ? null : Day("2026-01-31"), cell.DueBy);
    }

    [Fact]
    public void A_failure_while_a_pass_is_valid_shows_when_it_is_over()
    {
        TrainingRecord[] records = [Record("2026-03-15", true), Record("2026-06-01", false)];

        Assert.Equal(TrainingStatus.ExpiringSoon, Cell("2027-03-15", records).Status);
        Assert.Equal(TrainingStatus.Failed, Cell("2027-03-16", records).Status);
        Assert.Equal(Day("2027-03-16"), Cell("2027-03-16", records).ExpiredFrom);
    }

    [Fact]
    public void Each_status_is_printed_with_its_day()
    {
        Assert.Equal("S-1 SAFETY Missing, due by 2026-01-31", Cell("2026-01-01").ToString());
        Assert.Equal("S-1 SAFETY Done through 2027-03-15", Cell("2026-03-15", Record("2026-03-15", true)).ToString());
        Assert.Equal("S-1 SAFETY Expired since 2027-03-16", Cell("2027-03-16", Record("2026-03-15", true)).ToString());
        Assert.Equal("S-1 SAFETY Failed on 2026-03-15", Cell("2026-03-15", Record("2026-03-15", false)).ToString());
        Assert.Equal("S-1 SAFETY NotRequired", Cell("2025-03-15").ToString());
    }

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-31", 2, "2026-03-31")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2026-03-15", 12, "2027-03-15")]
    public void The_end_of_a_validity_is_counted_from_the_pass_and_does_not_drift(string done, int months, string last)
    {
        var matrix = TrainingMatrix.Empty.With(s_role, TrainingRequirement.Of(s_safety, 0).WithValidity(months, warningDays: 0));
        TrainingCell On(LocalDate day) =>
            matrix.Review([Assignment.Of(s_role, s_person, DateSpan.From(Day("2020-01-01")))], [Record(done, true)], day).Cells.Single();

        Assert.Equal(Day(last), On(Day(last)).ValidThrough);
        Assert.Equal(TrainingStatus.Done, On(Day(last)).Status);
        Assert.Equal(TrainingStatus.Expired, On(Day(last).PlusDays(1)).Status);
        Assert.Equal(Day(last).PlusDays(1), On(Day(last)).ExpiredFrom);
    }

    [Fact]
    public void A_pass_without_validity_is_done_for_ever_and_a_later_failure_takes_nothing_away()
    {
        TrainingRecord[] records =
        [
            TrainingRecord.Failed(s_person, s_product, Day("2026-02-01")), TrainingRecord.Passed(s_person, s_product, Day("2026-02-01")),
            TrainingRecord.Failed(s_person, s_product, Day("2026-05-01")),
        ];
        var cell = Review("9999-12-31", records).Cells.Single(each => each.Course == s_product);

        Assert.Equal((TrainingStatus.Done, null), (cell.Status, cell.ValidThrough));
        Assert.True(cell.Explain().IsVerified);
        Assert.Equal("S-1 PRODUCT Done", cell.ToString());
    }

    [Fact]
    public void Who_holds_two_roles_is_held_to_the_stricter()
    {
        var review = s_matrix.Review(
            [Assignment.Of(s_role, s_person, Held("2026-01-01", null)), Assignment.Of(s_manager, s_person, Held("2025-11-01", null))],
            [Record("2026-01-10", true)],
                Day("2026-01-10"));
        Assert.True(review.TryCell(s_person, s_safety, out var cell));

        Assert.Equal(Day("2025-12-31"), cell!.DueBy);
        Assert.Equal("SAFETY within 30 days, valid 6 months, warning 30 days", cell.Requirement!.ToString());
        Assert.Equal(Day("2026-07-10"), cell.ValidThrough);
    }

    [Fact]
    public void A_role_held_without_a_gap_is_held_from_its_first_day()
    {
        Assignment<RoleId, SalespersonId> Span(string from, string? to) => Assignment.Of(s_role, s_person, Held(from, to));
        LocalDate? Due(params Assignment<RoleId, SalespersonId>[] roles)
        {
            s_matrix.Review(roles, [], Day("2026-08-01")).TryCell(s_person, s_safety, out var cell);
            return cell!.DueBy;
        }

        Assert.Equal(Day("2026-01-31"), Due(Span("2026-07-01", null), Span("2026-01-01", "2026-03-31"), Span("2026-04-01", "2026-06-30")));
        Assert.Equal(Day("2026-01-31"), Due(Span("2026-02-01", "2026-09-30"), Span("2026-01-01", "2026-12-31"), Span("2026-07-15", null)));
        Assert.Equal(Day("2026-05-02"), Due(Span("2026-07-01", null), Span("2026-01-01", "2026-03-31"), Span("2026-04-02", "2026-06-30")));
        Assert.Equal(Day("2026-01-31"), Due(Span("2026-01-01", "9999-12-31")));
        Assert.Null(Due(Span("2026-01-01", "2026-07-31")));
    }

    [Fact]
    public void The_share_counts_the_required_cells_that_are_valid()
    {
        var other = new SalespersonId("S-2");
        var review = s_matrix.Review(
            [Assignment.Of(s_role, s_person, Held("2026-01-01", null)), Assignment.Of(s_manager, other, Held("2026-01-01", null))],
            [Record("2026-03-15", true), TrainingRecord.Passed(new("S-9"), s_safety, Day("2026-01-01"))], Day("2026-04-01"));

        Assert.Equal([s_product, s_safety], s_matrix.Courses);
        Assert.Equal(
            [TrainingStatus.Missing, TrainingStatus.Done, TrainingStatus.NotRequired, TrainingStatus.Missing],
                review.Cells.Select(cell => cell.Status));
        Assert.Equal((3, 1), (review.Required, review.Valid));
        Assert.Equal(Percentage.Ratio(1m, 3m), review.Share);
        Assert.Equal(Percent(50m), review.Where(cell => cell.Salesperson == s_person).Share);
        Assert.Equal(Percent(0m), review.Where(cell => cell.Salesperson == other).Share);
        Assert.Null(review.Where(cell => !cell.IsRequired).Share);
        Assert.Equal("2026-04-01: 1 of 3 valid", review.ToString());
        Tampering.EveryChangeIsNamed(review.Explain());
        Assert.False(review.TryCell(new("S-9"), s_safety, out _));
        Assert.Null(TrainingMatrix.Empty.Review([], [], Day("2026-04-01")).Share);
    }

    // Introduced on 1 June: nobody is late on that day, and a review of last year knows nothing of it.
    [Fact]
    public void A_course_that_is_introduced_is_due_from_its_first_day()
    {
        var ethics = new CourseId("ETHICS");
        var june = Day("2026-06-01");
        var matrix = s_matrix.With(s_role, TrainingRequirement.Of(ethics, dueWithinDays: 30), new DateSpan(june, Day("2026-12-31")));
        var newcomer = new SalespersonId("S-2");
        TrainingCell On(string day, SalespersonId person)
        {
            Assert.True(matrix.Review(
                [Assignment.Of(s_role, s_person, Held("2020-01-01", null)), Assignment.Of(s_role, newcomer, Held("2026-06-15", null))], [],
                Day(day)).TryCell(person, ethics, out var cell));
            Tampering.EveryChangeIsNamed(cell!.Explain());
            return cell;
        }

        Assert.Equal((Day("2026-07-01"), false), (On("2026-06-01", s_person).DueBy, On("2026-07-01", s_person).IsLate));
        Assert.True(On("2026-07-02", s_person).IsLate);
        Assert.Equal(Day("2026-07-15"), On("2026-06-15", newcomer).DueBy);
        Tampering.EveryChangeIsNamed(On("2026-06-15", newcomer).ExplainDueBy());
        Assert.Equal(Figure.Absent, On("2026-06-14", newcomer).ExplainDueBy().Value);
        foreach (var day in new[] { "2026-05-31", "2027-01-01" })
        {
            var review = matrix.Review([Assignment.Of(s_role, s_person, Held("2020-01-01", null))], [], Day(day));
            Assert.False(review.TryCell(s_person, ethics, out _));
            Assert.Equal([s_product, s_safety], matrix.CoursesOn(Day(day)));
        }

        Assert.Equal([ethics, s_product, s_safety], matrix.CoursesOn(june));
        Assert.Equal([ethics, s_product, s_safety], matrix.Courses);
        Assert.False(matrix.TryRequirement(s_role, ethics, june.PlusDays(-1), out _));
        Assert.True(matrix.TryRequirement(s_role, ethics, june, out _));
        Assert.Contains("SR: 2026-06-01/2026-12-31: ETHICS within 30 days", matrix.ToString(), StringComparison.Ordinal);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () => matrix.With(s_role, TrainingRequirement.Of(ethics, 5), DateSpan.From(Day("2026-12-31")))).ParamName);
        Assert.Equal("requirement", Assert.Throws<ArgumentException>(
            () => matrix.With(s_role, TrainingRequirement.Of(ethics, 5))).ParamName);
    }

    // 60 days until the end of June, 10 from July.
    [Theory]
    [InlineData("2026-04-01", "2026-05-31")]
    [InlineData("2026-05-12", "2026-07-11")]
    [InlineData("2026-05-13", "2026-07-11")]
    [InlineData("2026-07-01", "2026-07-11")]
    [InlineData("2026-07-02", "2026-07-12")]
    public void A_shorter_time_runs_from_its_first_day_unless_the_longer_one_ends_before(string taken, string due)
    {
        var matrix = TrainingMatrix.Empty
            .With(s_role, TrainingRequirement.Of(s_safety, 10), DateSpan.From(Day("2026-07-01")))
            .With(s_role, TrainingRequirement.Of(s_safety, 60), DateSpan.Until(Day("2026-06-30")));
        var cell = matrix.Review([Assignment.Of(s_role, s_person, Held(taken, null))], [], Day("2026-08-01")).Cells.Single();

        Assert.Equal((Day(due), 10), (cell.DueBy, cell.Requirement!.DueWithinDays));
        Tampering.EveryChangeIsNamed(cell.ExplainDueBy());
    }

    [Fact]
    public void After_a_gap_a_course_is_required_anew()
    {
        var requirement = TrainingRequirement.Of(s_safety, 10);
        TrainingMatrix Until(string end) => TrainingMatrix.Empty.With(s_role, requirement, Held("2026-01-01", end))
            .With(s_role, requirement, Held("2026-04-01", null));
        LocalDate? Due(TrainingMatrix matrix) =>
            matrix.Review([Assignment.Of(s_role, s_person, Held("2026-01-01", null))], [], Day("2026-04-05")).Cells.Single().DueBy;

        Assert.Equal(Day("2026-01-11"), Due(Until("2026-03-31")));
        Assert.Equal(Day("2026-04-11"), Due(Until("2026-03-30")));
    }

    [Theory]
    [InlineData("2026-01-31", 1, 1, "50%", "100%")]
    [InlineData("2026-02-01", 0, 2, "50%", "50%")]
    public void A_new_hire_lowers_the_share_of_what_is_due_from_the_day_after_the_last_in_time(
        string day, int inTime, int due, string share, string shareOfDue)
    {
        var hire = new SalespersonId("S-2");
        var review = TrainingMatrix.Empty.With(s_role, TrainingRequirement.Of(s_safety, 30)).Review(
            [Assignment.Of(s_role, s_person, Held("2020-01-01", null)), Assignment.Of(s_role, hire, Held("2026-01-01", null))],
            [TrainingRecord.Passed(s_person, s_safety, Day("2020-01-10")), TrainingRecord.Failed(hire, s_safety, Day("2026-01-10"))],
            Day(day));

        Assert.Equal((inTime, due), (review.InTime, review.Due));
        Assert.Equal((share, shareOfDue), (review.Share.ToString(), review.ShareOfDue.ToString()));
        Tampering.EveryChangeIsNamed(review.ExplainShareOfDue());
        Assert.Null(review.Where(cell => cell.IsInTime).ShareOfDue);
        Assert.Equal(day + ": 1 of 2 valid" + (inTime == 0 ? "" : ", 1 in time still"), review.ToString());
    }

    [Fact]
    public void Hours_make_a_table_of_planned_and_made()
    {
        TrainingRecord[] records = [TrainingRecord.Passed(s_person, s_safety, Day("2026-03-15")).WithHours(6m),
            TrainingRecord.Failed(s_person, s_product, Day("2026-03-16")).WithHours(1.5m)];

        var hours = PlannedAndMade.Plan([(s_person, 8m)]).WithMade(records.Select(record => (record.Salesperson, record.Hours ?? 0m)));

        Assert.Equal(Percent(93.75m), hours.Compliance);
        Assert.Equal("2026-03-16 S-1 PRODUCT failed, 1.5 hours", records[1].ToString());
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        var day = Day("2026-01-01");
        var record = Record("2026-03-15", true);
        Assert.Equal("records", Assert.Throws<ArgumentException>(
            () => s_matrix.Review([], [record, Record("2026-03-15", true)], day)).ParamName);
        Assert.Equal("roles", Assert.Throws<ArgumentException>(
            () => s_matrix.Review([Assignment.Of(s_role, s_person, DateSpan.Until(day))], [], day)).ParamName);
        Assert.Equal("roles", Assert.Throws<ArgumentException>(
            () => s_matrix.Review([Assignment.Of(s_role, default(SalespersonId), DateSpan.From(day))], [], day)).ParamName);
        Assert.Equal("roles", Assert.Throws<ArgumentException>(
            () => s_matrix.Review([Assignment.Of(default(RoleId), s_person, DateSpan.From(day))], [], day)).ParamName);
        Assert.Equal("requirement", Assert.Throws<ArgumentException>(
            () => s_matrix.With(s_role, TrainingRequirement.Of(s_safety, 1))).ParamName);
        Assert.Equal("dueWithinDays", Assert.Throws<ArgumentOutOfRangeException>(() => TrainingRequirement.Of(s_safety, -1)).ParamName);
        Assert.Equal("months", Assert.Throws<ArgumentOutOfRangeException>(
            () => TrainingRequirement.Of(s_safety, 1).WithValidity(0, 1)).ParamName);
        Assert.Equal("warningDays", Assert.Throws<ArgumentOutOfRangeException>(
            () => TrainingRequirement.Of(s_safety, 1).WithValidity(1, -1)).ParamName);
        Assert.Equal("hours", Assert.Throws<ArgumentOutOfRangeException>(
            () => TrainingRecord.Passed(s_person, s_safety, day).WithHours(-1m)).ParamName);
        Assert.Equal("salesperson", Assert.Throws<ArgumentException>(() => TrainingRecord.Passed(default, s_safety, day)).ParamName);
    }

    [Fact]
    public void Requirements_and_matrices_are_values()
    {
        var requirement = TrainingRequirement.Of(s_safety, 30).WithValidity(12, 30);
        TestHelper.TestEqualsClass(
            requirement, TrainingRequirement.Of(s_safety, 30).WithValidity(12, 30), TrainingRequirement.Of(s_safety, 30),
            TrainingRequirement.Of(s_safety, 31).WithValidity(12, 30), requirement.WithValidity(12, 31),
                TrainingRequirement.Of(s_product, 30).WithValidity(12, 30));
        TestHelper.TestEqualsClass(
            TrainingMatrix.Empty.With(s_role, requirement).With(s_manager, TrainingRequirement.Of(s_product, 1)),
            TrainingMatrix.Empty.With(s_manager, TrainingRequirement.Of(s_product, 1)).With(s_role, requirement),
            TrainingMatrix.Empty, TrainingMatrix.Empty.With(s_role, requirement), s_matrix);
        Assert.Equal(
            "ASM: PRODUCT within 1 days; SR: SAFETY within 30 days, valid 12 months, warning 30 days",
            TrainingMatrix.Empty.With(s_role, requirement).With(s_manager, TrainingRequirement.Of(s_product, 1)).ToString());
        Assert.True(s_matrix.TryRequirement(s_role, s_safety, Day("2026-01-01"), out var found));
        Assert.Equal(requirement, found);
        Assert.False(s_matrix.TryRequirement(s_manager, s_product, Day("2026-01-01"), out _));
    }

    [Property]
    public Property A_status_is_what_the_plain_words_say_and_explains_itself() =>
        Prop.ForAll(Attempts, Gen.Choose(-40, 900).ToArbitrary(), (attempts, day) =>
        {
            var asOf = Day("2026-01-01").PlusDays(day);
            var records = attempts.Select(attempt => Record(Day("2026-01-01").PlusDays(attempt.Day), attempt.Passed)).ToArray();
            var cell = Cell(asOf, records);
            var known = records.Where(record => record.Date <= asOf).ToArray();
            var isValid = known.Any(record => record.IsPassed && asOf <= record.Date.PlusMonths(12));
            var isFresh = known.Any(record => record.IsPassed && asOf <= record.Date.PlusMonths(12).PlusDays(-30));
            var lastDay = known.Select(record => (LocalDate?)record.Date).Max();

            var expected = asOf < Day("2026-01-01") ? TrainingStatus.NotRequired
                : isFresh ? TrainingStatus.Done
                : isValid ? TrainingStatus.ExpiringSoon
                : known.Length == 0 ? TrainingStatus.Missing
                : known.Any(record => record.Date == lastDay && record.IsPassed) ? TrainingStatus.Expired
                : TrainingStatus.Failed;
            Assert.Equal(expected, cell.Status);
            Assert.Empty(cell.Explain().Verify());
            Assert.Equal(cell.ToString(), Cell(asOf, [.. records.Reverse()]).ToString());
            Assert.Empty(cell.ExplainDueBy().Verify());
        });

    private static Arbitrary<(int Day, bool Passed)[]> Attempts =>
        (from day in Gen.Choose(-30, 800) from passed in Gen.Elements(true, false) select (day, passed)).ArrayOf()
        .Select(attempts => attempts.Distinct().ToArray()).ToArbitrary();

    private static TrainingReview Review(string on, IEnumerable<TrainingRecord> records) =>
        s_matrix.Review([Assignment.Of(s_role, s_person, DateSpan.From(Day("2026-01-01")))], records, Day(on));

    private static TrainingCell Cell(string on, params TrainingRecord[] records) => Cell(Day(on), records);

    private static TrainingCell Cell(LocalDate on, params TrainingRecord[] records) =>
        s_matrix.Review([Assignment.Of(s_role, s_person, DateSpan.From(Day("2026-01-01")))], records, on)
            .Cells.Single(cell => cell.Course == s_safety);

    private static TrainingRecord Record(string date, bool passed) => Record(Day(date), passed);

    private static TrainingRecord Record(LocalDate date, bool passed) =>
        passed ? TrainingRecord.Passed(s_person, s_safety, date) : TrainingRecord.Failed(s_person, s_safety, date);

    private static DateSpan Held(string from, string? to) => new(Day(from), to is null ? null : Day(to));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
