using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Commands.Rules;

/// <summary>Ashlar itself failed.</summary>
internal sealed class Internal : Rule;
