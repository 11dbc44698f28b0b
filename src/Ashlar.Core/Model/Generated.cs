using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model;

/// <summary>A value made from a sequence: a text around the number, or (without a template) the number itself.</summary>
public sealed record Generated(Expression? Template);
