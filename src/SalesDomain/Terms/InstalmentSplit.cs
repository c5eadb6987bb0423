using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>An amount in instalments: one apportionment, in minor units, with how it came about; one part is the amount as it is.</summary>
internal sealed class InstalmentSplit
{
    private readonly Money[] _amounts;
    private readonly Explanation[] _explanations;

    internal InstalmentSplit(IReadOnlyList<PaymentInstalment> parts, Explanation whole, Money amount)
    {
        Explanation[] shares =
            [.. parts.Select((part, i) => Constant("share " + InvariantText.Number(i + 1), part.Share.Fraction))];
        _amounts =
            parts.Count == 1 ? [amount] : [.. Apportionment.ToMinorUnit.Split(amount, parts.Select(part => part.Share.Fraction))];
        _explanations = parts.Count == 1 ? [whole]
            :
            [
                .. _amounts.Select((each, i) => Node(
                    "instalment " + InvariantText.Number(i + 1), each, Operation.Share(Apportionment.ToMinorUnit, i), [whole, .. shares])),
            ];
    }

    internal Money Amount(int part) => _amounts[part];

    internal Explanation Explain(int part) => _explanations[part];
}
