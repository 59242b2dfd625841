using System.Text;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>
/// Reads CSV as RFC 4180 defines it and forgives nothing: the portal's files are read with another program than the one
/// that writes them.
/// </summary>
internal static class Rfc4180
{
    private enum At
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
        CarriageReturn,
    }

    /// <summary>Every record, the header too. The last may end without a line end.</summary>
    /// <exception cref="FormatException">A quotation mark or half a line end stands where none may.</exception>
    public static List<IReadOnlyList<string>> Read(string text)
    {
        var records = new List<IReadOnlyList<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var at = At.FieldStart;
        for (var i = 0; i < text.Length; i++)
        {
            at = (at, text[i]) switch
            {
                (At.Quoted, '"') => At.QuoteInQuoted,
                (At.Quoted, var any) => Append(any, At.Quoted),
                (At.QuoteInQuoted, '"') => Append('"', At.Quoted),
                (At.CarriageReturn, '\n') => EndRecord(),
                (At.CarriageReturn, _) => throw Unexpected(i),
                (At.FieldStart, '"') => At.Quoted,
                (_, ',') => EndField(),
                (_, '\r') => At.CarriageReturn,
                (_, '\n') or (_, '"') or (At.QuoteInQuoted, _) => throw Unexpected(i),
                (_, var any) => Append(any, At.Plain),
            };
        }

        if (at is At.Quoted or At.CarriageReturn)
        {
            throw Unexpected(text.Length);
        }

        if (at != At.FieldStart || record.Count > 0)
        {
            EndRecord();
        }

        return records;

        At Append(char character, At next)
        {
            field.Append(character);
            return next;
        }

        At EndField()
        {
            record.Add(field.ToString());
            field.Clear();
            return At.FieldStart;
        }

        At EndRecord()
        {
            EndField();
            records.Add(record);
            record = [];
            return At.FieldStart;
        }
    }

    private static FormatException Unexpected(int position) => new($"The character at {position} may not stand there.");
}
