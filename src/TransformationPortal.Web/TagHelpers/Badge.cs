using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TransformationPortal.Web.TagHelpers;

/// <summary>A word with a shape before it: how every status is shown.</summary>
internal static class Badge
{
    /// <param name="output">The element to turn into a badge.</param>
    /// <param name="classes">Its kind and its value.</param>
    /// <param name="shape">SVG drawn on a square of 16 by 16; hidden from those who listen, since the word says it all.</param>
    /// <param name="word">What it says.</param>
    public static void Write(TagHelperOutput output, string classes, string shape, string word)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badge " + classes);
        output.Content.SetHtmlContent($"""<svg class="badge__shape" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">{shape}</svg>""");
        output.Content.Append(word);
    }
}
