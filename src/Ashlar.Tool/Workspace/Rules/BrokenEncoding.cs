using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A model file is text in another encoding than UTF-8.</summary>
internal sealed class BrokenEncoding : Rule;
