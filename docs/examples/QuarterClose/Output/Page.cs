using System.IO;
using System.Text;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>Text and tables of one fixed width, without colours: the same on every terminal, in a file and under test.</summary>
public sealed class Page
{
    private const int Width = 140;

    private readonly StringBuilder _text = new();
    private readonly IAnsiConsole _console;

    public Page()
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StringWriter(_text)),
        });
        _console.Profile.Width = Width;
    }

    public void Line(string text = "") => _text.Append(text).Append('\n');

    public void Table(string title, Table table)
    {
        Line();
        Line(title);
        _console.Write(table);
    }

    /// <summary>Lines end with a line feed everywhere.</summary>
    public override string ToString() => _text.ToString().ReplaceLineEndings("\n");
}
