using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>
/// The explanation of one person's commission as far down as it is shown, and what verifying all of it found, down to the last order line.
/// </summary>
public sealed class Proof
{
    public Proof(PersonQuarter person, Explanation shown, Explanation whole) =>
        (Person, Proven) = (person, new Proven(shown, whole));

    public PersonQuarter Person { get; }

    public Proven Proven { get; }

    public Explanation Shown => Proven.Shown;

    public IReadOnlyList<Discrepancy> Discrepancies => Proven.Discrepancies;

    public int FiguresVerified => Proven.FiguresVerified;

    public bool IsVerified => Proven.IsVerified;

    public static Proof Of(ClosedQuarter closed, string employeeId, Detail detail)
    {
        var person = closed.People.FirstOrDefault(line => line.Person.Id.Code == employeeId) ?? throw Unknown(closed, employeeId);
        var shown = person.Commission.Explain(detail, history: Detail.Total);
        var whole = person.Commission.Explain(Detail.Lines, history: Detail.Lines);
        return new Proof(person, shown, whole);
    }

    private static InputException Unknown(ClosedQuarter closed, string employeeId) =>
        new($"--explain: employee '{employeeId}' is unknown; known are {string.Join(", ", closed.People.Select(line => line.Person.Id))}.");
}
