using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>What the user asked for: the year 1997 or the quarter 1998-Q1, and how much of it.</summary>
public sealed record Options(bool IsYear, string? Explain, Detail Detail, bool Json, string DataFolder);
