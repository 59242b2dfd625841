using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>The step of signing in that comes after the password.</summary>
/// <param name="Held">What the person has.</param>
/// <param name="RememberedDays">For how long this browser may be remembered; 0 for not at all.</param>
public sealed record CodeStepPage(CodeForm Form, HeldFactors Held, int RememberedDays);
