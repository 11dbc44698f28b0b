using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A declared index over fields of the entity.</summary>
public sealed record Index(ValueList<IndexKey> Keys, Origin Origin);

public sealed record IndexKey(string Field, bool IsDescending);

/// <summary>The texts that `search` looks through: own fields and paths over references.</summary>
public sealed record Search(ValueList<Expression> Fields, Origin Origin);
