using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>One parameter of a statement: what it is, and of which type.</summary>
internal sealed record StatementParameter(ParameterSource Source, string Name, ModelType Type);
