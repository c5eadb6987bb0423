using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class TheDefaultMeasuredIsRefused
{
    [Fact]
    public void A_context_refuses_it_everywhere_by_the_name_of_the_parameter()
    {
        var faults = new List<string>();
        var refused = 0;
        foreach (var type in PublicSurface.Types.Where(type => type.Namespace != typeof(Measured).Namespace))
        {
            foreach (var closed in Samples.Closed(type).Where(closed => !closed.IsEnum && !closed.IsInterface))
            {
                faults.AddRange(DefaultMeasured.FaultsOf(closed, Samples.Receivers(closed), out var refusals));
                refused += refusals;
            }
        }

        Faults.MustBeNone(faults);
        Assert.True(refused > 30, "Only " + refused + " places were tried.");
    }

    [Fact]
    public void The_check_finds_where_it_is_let_in_or_refused_in_another_way()
    {
        var faults = DefaultMeasured.FaultsOf(typeof(Careless), [new Careless()], out var refusals);

        Assert.Equal(
            [
                "Careless.Takes(measured), measured is not refused",
                "Careless.TakesNullable(measured), measured is not refused",
                "Careless.Names(measured), measured is refused in the name of 'value'",
                "Careless.Fails(measured), measured gives InvalidOperationException",
                "Careless.LooksAtTheFirst(values), values in [good, default] is not refused",
                "Careless.Calls(valueOf), valueOf returned is not refused",
            ],
            faults.Select(fault => fault.Split([": "], StringSplitOptions.None)[0]));
        Assert.Equal(8, refusals);
    }

#pragma warning disable // What follows is written to break the rules.
    private sealed class Careless
    {
        public void Takes(Measured measured)
        {
        }

        public void TakesNullable(Measured? measured)
        {
        }

        public void Names(Measured measured) => Refuse(measured, "value");

        public void Fails(Measured measured) => _ = measured.Value;

        public void LooksAtTheFirst((string, Measured)[] values) => Refuse(values[0].Item2, nameof(values));

        public void Calls(Func<string, Measured?> valueOf) => valueOf("");

        public void Refuses(Measured measured) => Refuse(measured, nameof(measured));

        private static void Refuse(Measured measured, string name)
        {
            if (measured == default)
                throw new ArgumentException("it is the default Measured", name);
        }
    }
#pragma warning restore
}
