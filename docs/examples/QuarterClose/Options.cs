using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>What the user asked for.</summary>
public sealed record Options(string? Explain, Detail Detail, bool Json, string DataFolder);
