using System;
using System.Collections.Generic;

namespace SalesDomain.Organization;

public sealed partial class TrainingCell
{
    /// <summary>The status as a choice: by the days on which the last pass expires, and by what was attempted.</summary>
    /// <returns>The tree; its root is the name of the status.</returns>
    public Explanation Explain() =>
        Explanation.Node(Salesperson + " " + Course, Status.ToString(), Operation.Select, [.. Choices()]);

    /// <summary>The last day in time: of each role that requires the course, and the earliest of them.</summary>
    /// <returns>The tree; its root is <see cref="DueBy"/>, absent where no role requires it.</returns>
    public Explanation ExplainDueBy() =>
        DueBy is not { } due ? Explanation.Fact(Salesperson + " " + Course + ": not required", Figure.Absent)
            : Explanation.Node(
                Salesperson + " " + Course + ": due by", due, Operation.Min, Array.ConvertAll(_due, each => each.Explain()));

    private IEnumerable<Explanation> Choices()
    {
        yield return Explanation.Fact("no role requires it", !IsRequired);
        yield return Then(TrainingStatus.NotRequired);
        if (ValidThrough is null)
        {
            yield return Explanation.Fact("was passed, for ever", DoneOn is not null);
            yield return Then(TrainingStatus.Done);
        }
        else
        {
            yield return Explanation.Node(
                "is before the warning", AsOf < ExpiringFrom, Operation.Compare(ComparisonKind.Less), Explanation.Fact("as of", AsOf),
                Explanation.Node(
                    "expiring from", ExpiringFrom!.Value, Operation.Difference, Expiry(),
                    Explanation.Constant("days of warning", (decimal)Requirement!.WarningDays)));
            yield return Then(TrainingStatus.Done);
            yield return Explanation.Node(
                "is before the expiry", AsOf < ExpiredFrom, Operation.Compare(ComparisonKind.Less), Explanation.Fact("as of", AsOf),
                Expiry());
            yield return Then(TrainingStatus.ExpiringSoon);
        }

        yield return Explanation.Fact("the last attempt failed", LastAttemptFailed);
        yield return Then(TrainingStatus.Failed);
        yield return Explanation.Fact("was passed before", DoneOn is not null);
        yield return Then(TrainingStatus.Expired);
        yield return Then(TrainingStatus.Missing);
    }

    private Explanation Expiry() =>
        Explanation.Node(
            "expired from", ExpiredFrom!.Value, Operation.Sum, Explanation.Fact("valid through", ValidThrough!.Value),
            Explanation.Constant("the day after", 1m));

    private static Explanation Then(TrainingStatus status) => Explanation.Constant("then", status.ToString());
}
