namespace TransformationPortal.Data.Audit;

/// <summary>What happened, as people read it.</summary>
public static class AuditWords
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.SignedIn => "Signed in",
        AuditAction.SignInFailed => "Sign-in failed",
        AuditAction.SignedOut => "Signed out",
        AuditAction.AccountLocked => "Account locked",
        AuditAction.AccountMade => "Account made",
        AuditAction.AccountChanged => "Account changed",
        AuditAction.AccountDisabled => "Account disabled",
        AuditAction.AccountEnabled => "Account enabled",
        AuditAction.PasswordChanged => "Password changed",
        AuditAction.PasswordGiven => "New password given",
        AuditAction.RoleGiven => "Role given",
        AuditAction.RoleTaken => "Role taken away",
        AuditAction.ProjectGiven => "Project given",
        AuditAction.ProjectTaken => "Project taken away",
        AuditAction.Published => "Published",
        AuditAction.ReportChanged => "Report",
        AuditAction.RegistersChanged => "Registers changed",
        AuditAction.LookChanged => "Look changed",
        AuditAction.SettingsChanged => "Settings changed",
        AuditAction.Uploaded => "File uploaded",
        AuditAction.Exported => "Exported",
        AuditAction.Recorded => "Recorded",
        AuditAction.Checked => "Checked",
        AuditAction.BackedUp => "Backed up",
        _ => action.ToString(),
    };
}
