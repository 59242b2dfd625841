namespace TransformationPortal.Core.Ratings;

/// <summary>How grave a risk is: initially, and once its controls are in place (residual).</summary>
public enum RiskLevel
{
    Low,
    Medium,
    High,
}
