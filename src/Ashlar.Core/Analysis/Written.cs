using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>An expression of the model, the element that it is a part of, and the module in which it stands.</summary>
public sealed record Written(Expression Expression, ElementName Owner, Origin Origin);
