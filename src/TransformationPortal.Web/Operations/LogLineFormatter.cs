using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// Writes an event as one line, and the exception that came with it on indented lines below. What somebody typed or
/// named a file cannot begin a line of its own, and so cannot be mistaken for an event of the portal.
/// </summary>
internal sealed class LogLineFormatter : ITextFormatter
{
    private const string Indent = "    ";

    private readonly MessageTemplateTextFormatter _line = new(
        $"{{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz}} [{{Level:u3}}] {{Message:lj}} {{{RequestLogSetup.Correlation}}}",
        CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        _line.Format(logEvent, text);
        WriteVisibly(text.GetStringBuilder(), output);
        output.WriteLine();
        if (logEvent.Exception is { } exception)
        {
            foreach (var line in exception.ToString().EnumerateLines())
            {
                output.Write(Indent);
                WriteVisibly(new StringBuilder().Append(line), output);
                output.WriteLine();
            }
        }
    }

    private static void WriteVisibly(StringBuilder text, TextWriter output)
    {
        foreach (var chunk in text.GetChunks())
        {
            foreach (var character in chunk.Span)
            {
                if (BreaksLine(character))
                {
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"));
                }
                else
                {
                    output.Write(character);
                }
            }
        }
    }

    // The line and paragraph separators of Unicode are no control characters, but viewers break lines at them; the
    // characters that turn the direction of writing around make a line read as another.
    private static bool BreaksLine(char character) => char.IsControl(character) || char.GetUnicodeCategory(character)
        is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
