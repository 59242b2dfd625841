using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Looks;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Looks;

namespace TransformationPortal.Web.Areas.Pmo.Models;

/// <summary>What the forms of the look hold, as it was typed. Each form has a part of it.</summary>
public sealed class LookForm
{
    /// <summary>The revision that was seen.</summary>
    [FromForm(Name = "revision")]
    public int Revision { get; set; }

    [FromForm(Name = LookFields.Main)]
    public string? Main { get; set; }

    [FromForm(Name = LookFields.Link)]
    public string? Link { get; set; }

    [FromForm(Name = LookFields.Alternative)]
    public string? Alternative { get; set; }

    public static LookForm Of(KeptLook kept) => new()
    {
        Revision = kept.Revision, Main = kept.Look.Colours.Main.ToString(), Link = kept.Look.Colours.Link.ToString(), Alternative = kept.Look.Logo?.Alternative,
    };
}

/// <summary>The council's look, its forms and what happened to it.</summary>
/// <param name="IsConflict">Whether somebody else has changed it since the form was opened; what is kept is then theirs.</param>
public sealed record LookPage(KeptLook Kept, LookForm Form, IReadOnlyList<RegisterHistoryEntity> History, string? Done, bool IsConflict)
{
    public LookColours Colours => Kept.Look.Colours;

    public Logo? Logo => Kept.Look.Logo;

    /// <summary>How well white is read on the main colour now: <c>8.9 to 1</c>.</summary>
    public string MainContrast => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Colours.Main.ContrastWith(Colour.White) * 10) / 10:0.0} to 1");
}
