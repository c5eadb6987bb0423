using System;
using Xunit;

namespace SalesDomain.Tests.Identifiers;

public sealed class LinesOfDocuments
{
    private static readonly DocumentId s_document = new("10248");

    [Fact]
    public void Are_a_document_and_a_number()
    {
        var line = new LineId(s_document, 1);

        Assert.Equal(s_document, line.Document);
        Assert.Equal(1, line.Line);
        Cultures.Each(() => Assert.Equal("10248/1", line.ToString()));
    }

    [Fact]
    public void Are_equal_by_both() =>
        TestHelper.TestEqualsStruct(
            new LineId(s_document, 1), new LineId(new DocumentId("10248"), 1), new LineId(s_document, 2),
            new LineId(new DocumentId("10249"), 1), default);

    [Fact]
    public void Are_ordered_by_document_and_then_by_the_number_and_not_by_its_text()
    {
        TestHelper.TestCompareTo(
            new LineId(s_document, 2), new LineId(s_document, 2), new LineId(s_document, 10), new LineId(s_document, int.MaxValue),
            new LineId(new DocumentId("10249"), 0));
        TestHelper.TestCompareTo(default, default, new LineId(s_document, 0));
    }

    [Fact]
    public void Name_no_document_by_default() => Assert.Equal(default, default(LineId).Document);

    [Fact]
    public void Need_a_document_and_no_negative_number()
    {
        Assert.Equal("document", Assert.Throws<ArgumentException>(() => new LineId(default, 1)).ParamName);
        Assert.Equal("line", Assert.Throws<ArgumentOutOfRangeException>(() => new LineId(s_document, -1)).ParamName);
        Assert.Equal(0, new LineId(s_document, 0).Line);
    }
}
