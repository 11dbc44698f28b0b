using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A file stands where the generator has to write, and ashlar does not know it.</summary>
internal sealed class FileInTheWay : Rule;
