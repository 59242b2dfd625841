namespace TransformationPortal.Spreadsheets;

/// <summary>A file is no spreadsheet, or one that is not opened.</summary>
/// <param name="message">A sentence that says why, and what to do.</param>
public sealed class SpreadsheetRefusedException(string message) : Exception(message);
