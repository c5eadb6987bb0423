namespace SalesDomain.Internal;

/// <summary>Combines hash codes; <c>System.HashCode</c> does not exist on netstandard2.0.</summary>
internal static class Hash
{
    /// <summary>Equal decimals hash alike: .NET Framework's own hash of 1.0 and 1.000 can differ when there are many digits.</summary>
    internal static int Of(decimal value)
    {
#if NET
        return value.GetHashCode();
#else
        // Dividing by a one with all its decimals leaves the shortest form of the same value; a negative zero counts as zero.
        var bits = decimal.GetBits(value == 0m ? 0m : value / 1.0000000000000000000000000000m);
        return Combine(bits[0], bits[1], bits[2], bits[3]);
#endif
    }

    internal static int Combine(int first, int second)
    {
        unchecked
        {
            return (first * -1521134295) + second;
        }
    }

    internal static int Combine(int first, int second, int third) => Combine(Combine(first, second), third);

    internal static int Combine(int first, int second, int third, int fourth) => Combine(Combine(first, second, third), fourth);
}
