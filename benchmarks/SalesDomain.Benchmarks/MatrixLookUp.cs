using System;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class MatrixLookUp
{
    private static readonly decimal[] s_rows = [0m, 0.80m, 0.90m, 1.00m, 1.20m];
    private static readonly decimal[] s_columns = [0m, 0.80m, 0.90m, 0.95m];

    private readonly decimal[][] _cells;
    private readonly StepMatrix<decimal, decimal, decimal> _matrix;
    private readonly decimal[] _attained = Array.ConvertAll(Facts.Amounts(150m), amount => amount * 0.01m);
    private readonly decimal[] _collected = Array.ConvertAll(Facts.Amounts(110m), amount => amount * 0.01m);

    public MatrixLookUp()
    {
        // The two axes must not move together.
        Array.Reverse(_collected);
        _cells = Array.ConvertAll(s_rows, row => Array.ConvertAll(s_columns, column => row * column));
        _matrix = StepMatrix.From(s_columns, Array.ConvertAll(s_rows, row => (row, Array.ConvertAll(s_columns, column => row * column))));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(_attained[i], _collected[i]), i => _matrix.At(_attained[i], _collected[i]));

    [Benchmark(Baseline = true, Description = "5 × 4 cells, hand-written", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        for (var i = 0; i < _attained.Length; i++)
            last = ByHand(_attained[i], _collected[i]);

        return last;
    }

    [Benchmark(Description = "5 × 4 cells, StepMatrix.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        for (var i = 0; i < _attained.Length; i++)
        {
            if (_matrix.TryAt(_attained[i], _collected[i], out var value))
                last = value;
        }

        return last;
    }

    private decimal ByHand(decimal attained, decimal collected)
    {
        for (var i = s_rows.Length - 1; i >= 0; i--)
        {
            if (attained < s_rows[i])
                continue;

            for (var j = s_columns.Length - 1; j >= 0; j--)
            {
                if (collected >= s_columns[j])
                    return _cells[i][j];
            }
        }

        return 0m;
    }
}
