namespace SalesDomain.Tests.WholeApi.SampleHouse.Policies;

internal sealed class PolicyThatLooksAside : Analysis.AnalysisThing;
