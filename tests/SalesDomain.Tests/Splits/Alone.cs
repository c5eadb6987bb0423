using Xunit;

namespace SalesDomain.Tests.Splits;

/// <summary>Tests that take the time run after the others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
