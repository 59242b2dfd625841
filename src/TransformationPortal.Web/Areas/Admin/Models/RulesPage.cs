using System.ComponentModel.DataAnnotations;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>A rule that is to be made.</summary>
public sealed class RuleForm
{
    private const string RolePrefix = "role:";
    private const string ProjectPrefix = "project:";

    [Required(ErrorMessage = "Enter the name of the claim, such as groups")]
    [StringLength(200, ErrorMessage = "The name of a claim has at most 200 characters")]
    public string? Claim { get; set; } = "groups";

    [Required(ErrorMessage = "Enter the value of the claim, such as the identifier of a group")]
    [StringLength(200, ErrorMessage = "The value has at most 200 characters")]
    public string? Value { get; set; }

    [Required(ErrorMessage = "Enter what people call the group")]
    [StringLength(200, ErrorMessage = "The name has at most 200 characters")]
    public string? Label { get; set; }

    /// <summary>What follows: <c>role:PMO</c> or <c>project:TP-07</c>.</summary>
    [Required(ErrorMessage = "Choose the role or project that they get")]
    public string? Gives { get; set; }

    public static string OfRole(string role) => RolePrefix + role;

    public static string OfProject(string code) => ProjectPrefix + code;

    /// <summary>The rule; nothing where what it gives does not exist, or a field is empty.</summary>
    public ClaimRuleEntity? Rule(IEnumerable<string> projects)
    {
        var role = Roles.All.FirstOrDefault(r => Gives == OfRole(r));
        var project = projects.FirstOrDefault(p => Gives == OfProject(p));
        return (role ?? project) is null || Claim is null || Value is null || Label is null
            ? null
            : new() { Claim = Claim.Trim(), Value = Value.Trim(), Label = Label.Trim(), Role = role, Project = project };
    }
}

/// <summary>Every rule, and one to be made.</summary>
public sealed record RulesPage(IReadOnlyList<ClaimRuleEntity> Rules, RuleForm Form, IReadOnlyList<(string Code, string Name)> Projects);
