using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class EveryPublicMemberIsDocumented
{
    [Fact]
    public void Every_public_type_and_member_says_what_it_is_what_it_takes_and_what_it_returns()
    {
        var documentation = new Documentation(XDocument.Load(Path.ChangeExtension(IlCode.Library, ".xml")));
        Assert.True(documentation.Count > PublicSurface.Types.Count, "The documentation file is as good as empty.");
        Faults.MustBeNone(IlCode.Types(IlCode.Library).Where(type => type.IsPublic).SelectMany(documentation.FaultsOf));
    }

    [Fact]
    public void The_check_finds_what_is_not_said()
    {
        var type = IlCode.Types(IlCode.Tests, "/" + nameof(Documented<int>)).Single();
        const string Name = "SalesDomain.Tests.WholeApi.EveryPublicMemberIsDocumented.Documented`1";
        var file = XDocument.Parse($"""
            <doc><members>
              <member name="T:{Name}"><summary>A type.</summary></member>
              <member name="F:{Name}.Field"><summary> </summary></member>
              <member name="P:{Name}.Property"><summary>A property.</summary></member>
              <member name="P:{Name}.Inherited"><inheritdoc/></member>
              <member name="M:{Name}.Half(System.Int32,System.String)">
                <summary>Half.</summary><param name="number">A number.</param><param name="text"></param>
              </member>
              <member name="M:{Name}.op_Implicit(System.Int32)~{Name.Replace("`1", "{`0}")}">
                <summary>Converts.</summary><param name="number"><see cref="F"/></param>
              </member>
            </members></doc>
            """);
        Assert.Equal(
            [
                "T:" + Name + " does not say: T",
                "F:" + Name + ".Field does not say: summary",
                "P:" + Name + ".Silent is not documented",
                "M:" + Name + ".Half(System.Int32,System.String) does not say: text, returns",
                "M:" + Name + ".Silently``1 is not documented",
            ],
            new Documentation(file).FaultsOf(type));
    }

#pragma warning disable // What follows is written to break the rules.
    public sealed class Documented<T>
    {
        public const int Field = 1;

        public int Property { get; }

        public int Silent { get; }

        public int Inherited { get; }

        public int Half(int number, string text) => number;

        public void Silently<TOther>()
        {
        }

        public static implicit operator Documented<T>(int number) => new();
    }
#pragma warning restore
}
