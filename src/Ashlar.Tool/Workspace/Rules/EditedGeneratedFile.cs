using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>The bytes of a generated file are not the ones that the generator wrote.</summary>
internal sealed class EditedGeneratedFile : Rule;
