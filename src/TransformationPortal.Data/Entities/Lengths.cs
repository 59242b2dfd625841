namespace TransformationPortal.Data.Entities;

/// <summary>How long a stored text may be, in characters. The database and the import read the same numbers.</summary>
public static class Lengths
{
    /// <summary>A reference that people type: <c>TP-07</c>.</summary>
    public const int Ref = 20;

    /// <summary>The key of a row of a report; of a risk, the project's code and a number: <c>TP-11-R2</c>.</summary>
    public const int RowKey = 40;

    /// <summary>The key of a document, part of an address.</summary>
    public const int Key = 100;

    /// <summary>A name, a title, a job title.</summary>
    public const int Name = 200;

    /// <summary>A sentence that is part of a key. Longer, it could not be indexed on SQL Server.</summary>
    public const int Sentence = 400;

    /// <summary>A paragraph.</summary>
    public const int Text = 2000;

    /// <summary>Several paragraphs. SQL Server keeps it outside the row; never index it.</summary>
    public const int LongText = 8000;

    /// <summary>Somebody's display name with the name they sign in with.</summary>
    public const int Person = 460;

    /// <summary>The content of a highlight report as JSON. SQL Server keeps it outside the row.</summary>
    public const int ReportContent = 2_000_000;

    /// <summary>The name of a value of an enumeration.</summary>
    public const int Enum = 40;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int Seal = 64;

    /// <summary>A colour: <c>#14505c</c>.</summary>
    public const int Colour = 7;

    /// <summary>Bytes of the logo, as many as <see cref="Core.Looks.LogoFile"/> takes.</summary>
    public const int Logo = Core.Looks.LogoFile.MostBytes;

    /// <summary>Bytes of a Word template, as many as are taken.</summary>
    public const int Template = Core.Looks.PaperTemplate.MostBytes;
}
