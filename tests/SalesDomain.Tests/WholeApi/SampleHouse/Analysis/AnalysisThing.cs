namespace SalesDomain.Tests.WholeApi.SampleHouse.Analysis;

internal class AnalysisThing;
