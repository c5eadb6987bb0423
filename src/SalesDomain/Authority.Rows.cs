using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

/// <content>What decisions ask of the rows and columns of the table.</content>
public sealed partial class Authority
{
    /// <summary>The place of a role, 0 for the lowest; negative when it is not in the table.</summary>
    internal int Rank(RoleId role) => Array.IndexOf(_roles, role);

    internal AuthorityLimit[] LimitsAt(int rank) => _limits[rank];

    internal bool IsOver(string name) => Array.IndexOf(_names, name) >= 0;

    /// <summary>The table over its other figures, or null where it is over none.</summary>
    internal Authority? Without(params string[] names) => Over(name => Array.IndexOf(names, name) < 0);

    /// <summary>The table over these of its figures, or null where it is over none of them.</summary>
    internal Authority? Only(params string[] names) => Over(name => Array.IndexOf(names, name) >= 0);

    private Authority? Over(Predicate<string> isKept)
    {
        int[] kept = [.. Enumerable.Range(0, _names.Length).Where(column => isKept(_names[column]))];
        return kept.Length == 0 ? null
            : new Authority(
                Array.ConvertAll(kept, column => _names[column]), _roles,
                Array.ConvertAll(_limits, row => Array.ConvertAll(kept, column => row[column])));
    }

    /// <summary>As <see cref="ReasonsAgainst"/>, for an approval that goes by another name.</summary>
    internal IReadOnlyList<Reason> ReasonsAgainstGranter(Approval approval, string parameterName)
    {
        var rank = Rank(approval.GrantedBy);
        var role = ("role", (Figure)approval.GrantedBy.ToString());
        if (rank < 0)
            return Array.AsReadOnly([new Reason("authority.no-role", role)]);

        var reasons = new List<Reason>();
        for (var column = 0; column < _names.Length; column++)
        {
            var (limit, approved) = (_limits[rank][column], approval.LimitOf(_names[column]));
            if (approved is null)
                continue;

            RequireComparable(column, approved, parameterName);
            if (!limit.Includes(approved))
                reasons.Add(LimitReason.Between("authority", _names[column], approved, limit, role));
        }

        return reasons.AsReadOnly();
    }
}
