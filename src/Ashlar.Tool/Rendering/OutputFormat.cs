namespace Ashlar.Tool.Rendering;

/// <summary>The shapes in which findings are printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people: the line, the mark, the reasons.</summary>
    Pretty,

    /// <summary>One line each, for editors and logs.</summary>
    Concise,

    /// <summary>One document with everything that a finding knows.</summary>
    Json,
}
