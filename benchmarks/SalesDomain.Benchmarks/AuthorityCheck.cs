using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class AuthorityCheck
{
    private static readonly RoleId s_manager = new("area manager");

    private readonly Authority _authority;
    private readonly (string Name, Figure Value)[][] _cases;

    // The baseline: plain numbers by name, their units taken on trust.
    private readonly string[] _names = ["discount", "payment days", "overrun"];
    private readonly string[] _roles = ["salesperson", "area manager", "sales director"];
    private readonly decimal[][] _limits = [[0.05m, 30m, 0m], [0.10m, 45m, 20_000m], [0.20m, 90m, 100_000m]];
    private readonly (string Name, decimal Value)[][] _plain;

    public AuthorityCheck()
    {
        _authority = Authority.Over(_names);
        for (var i = 0; i < _roles.Length; i++)
        {
            _authority = _authority.With(
                new RoleId(_roles[i]), (_names[0], Percent(_limits[i][0])), (_names[1], AuthorityLimit.AtMost(_limits[i][1])),
                (_names[2], Amount(_limits[i][2])));
        }

        _plain = Array.ConvertAll(Facts.Pieces(2000m), number => new (string, decimal)[]
        {
            ("discount", number % 20m / 100m), ("payment days", number % 90m), ("overrun", number * 20m),
        });
        _cases = Array.ConvertAll(_plain, figures => new (string, Figure)[]
        {
            ("discount", Percentage.FromFraction(figures[0].Value)), ("payment days", figures[1].Value),
            ("overrun", new Money(figures[2].Value, Currency.CNY)),
        });

        static AuthorityLimit Percent(decimal fraction) => AuthorityLimit.AtMost(Percentage.FromFraction(fraction));
        static AuthorityLimit Amount(decimal amount) => AuthorityLimit.AtMost(new Money(amount, Currency.CNY));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(s_manager.Code, _plain[i]), i => _authority.MayDecide(s_manager, _cases[i]));

    [Benchmark(Baseline = true, Description = "3 figures, hand-written look-up by name", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var count = 0;
        foreach (var figures in _plain)
            count += ByHand("area manager", figures) ? 1 : 0;

        return count;
    }

    [Benchmark(Description = "3 figures, Authority.MayDecide", OperationsPerInvoke = Facts.Count), Scalar]
    public int Library()
    {
        var count = 0;
        foreach (var figures in _cases)
            count += _authority.MayDecide(s_manager, figures) ? 1 : 0;

        return count;
    }

    private bool ByHand(string role, (string Name, decimal Value)[] figures)
    {
        var rank = Array.IndexOf(_roles, role);
        if (rank < 0)
            return false;

        var isWithin = true;
        for (var i = 0; i < _names.Length; i++)
        {
            var found = false;
            foreach (var (name, value) in figures)
            {
                if (name != _names[i])
                    continue;

                found = true;
                isWithin &= value <= _limits[rank][i];
                break;
            }

            if (!found)
                throw new ArgumentException(_names[i] + " is missing", nameof(figures));
        }

        return isWithin;
    }
}
