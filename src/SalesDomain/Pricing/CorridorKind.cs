namespace SalesDomain.Pricing;

/// <summary>What a price corridor is by law: it decides what may follow from a price outside of it.</summary>
/// <remarks>
/// A fixed or a lowest resale price is a hard-core restriction in the European Union, restricted in China, and judged by the rule of reason
/// in the United States. Which kind is lawful where is for the caller's counsel to say; the library asks for the legal basis in words.
/// </remarks>
public enum CorridorKind
{
    /// <summary>A recommended price (建议价): not binding, and no penalty can be attached to it.</summary>
    Recommended,

    /// <summary>A highest resale price (最高限价): the dealer may sell below it, and may not advertise above it.</summary>
    Maximum,

    /// <summary>A lowest advertised price (广告最低价, MAP): it binds what is advertised, not what is charged.</summary>
    AdvertisedMinimum,

    /// <summary>A lowest resale price agreed by contract (合同最低价), where that is lawful.</summary>
    ContractualMinimum,
}
