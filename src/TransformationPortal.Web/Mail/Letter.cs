namespace TransformationPortal.Web.Mail;

/// <summary>A letter to one person, in plain text.</summary>
public sealed record Letter(string ToAddress, string ToName, string Subject, string Text)
{
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

    public static Letter SecondFactorTakenAway(string address, string name) => new(address, name, "Your second factor was taken away", $"""
        Hello {name},

        an administrator of the Transformation Portal took away your authenticator app, passkeys and recovery codes, so that you can set them up anew.

        If you did not ask for that, tell your administrators at once, and change your password.
        """);

    public static Letter PasswordChanged(string address, string name) => new(address, name, "Your password was changed", $"""
        Hello {name},

        your password for the Transformation Portal was changed. If it was not you, tell your administrators at once.
        """);
}
