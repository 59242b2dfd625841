namespace TransformationPortal.Web.Mail;

/// <summary>A letter to one person.</summary>
/// <param name="Text">In plain text.</param>
public sealed record Letter(string ToAddress, string ToName, string Subject, string Text)
{
    /// <summary>The same as <see cref="Text"/>, laid out; nothing where there is plain text only.</summary>
    public string? Html { get; init; }

    /// <summary>What the letter is known by each time it is sent; nothing where it is sent once.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>Where one click ends letters of this kind; nothing where duty requires them.</summary>
    public string? Unsubscribe { get; init; }

    public static Letter ForgottenPassword(string address, string name, string link) => new(address, name, "Choose a new password", $"""
        Hello {name},

        somebody, probably you, said on the Transformation Portal's sign-in page that your password is forgotten. Choose a new one here within an hour:

        {link}

        The link works once. Your sessions end when you use it. If it was not you, do nothing: your password stays as it is.
        """);

    public static Letter ConfirmAddress(string address, string name, string link) => new(address, name, "Confirm your email address", $"""
        Hello {name},

        the Transformation Portal is to write to you at this address. Confirm that it is yours here within an hour:

        {link}

        If you did not ask for that, do nothing.
        """);

    public static Letter Trial(string address, string name) => new(address, name, "A message to try the mail server", $"""
        Hello {name},

        somebody, probably you, asked the Transformation Portal for this message, to see whether its mail server takes one. It does.
        """);
}
