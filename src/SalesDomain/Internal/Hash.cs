namespace SalesDomain.Internal;

/// <summary>Combines hash codes; <c>System.HashCode</c> does not exist on netstandard2.0.</summary>
internal static class Hash
{
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
