using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>One difference between two models, of one element.</summary>
public abstract record ModelChange(ElementPath Element)
{
    public abstract T Accept<T>(IModelChangeVisitor<T> visitor);
}

/// <summary>A function of every kind of change.</summary>
public interface IModelChangeVisitor<out T>
{
    T Visit(ElementAdded change);

    T Visit(ElementRemoved change);

    T Visit(ElementRenamed change);

    T Visit(ElementChanged change);

    T Visit(ElementsReordered change);
}

/// <summary>An element that was not there.</summary>
public sealed record ElementAdded(ModelPart Part) : ModelChange(Part.Path)
{
    public override T Accept<T>(IModelChangeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>An element of the old model that is gone.</summary>
public sealed record ElementRemoved(ModelPart Part) : ModelChange(Part.Path)
{
    public override T Accept<T>(IModelChangeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The same element under another name, or in another place.</summary>
public sealed record ElementRenamed(ElementPath Was, ElementPath Element) : ModelChange(Element)
{
    public override T Accept<T>(IModelChangeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// The same element with another meaning; with <see cref="IsFollowing"/> only the names differ that other changes renamed, with
/// <see cref="IsText"/> only its documentation.
/// </summary>
public sealed record ElementChanged(ModelPart Before, ModelPart After) : ModelChange(After.Path)
{
    public bool IsFollowing { get; init; }

    public bool IsText { get; init; }

    public bool IsOfMeaning => !IsFollowing && !IsText;

    public override T Accept<T>(IModelChangeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The elements of one kind below one owner, in their new order.</summary>
public sealed record ElementsReordered(ElementPath Owner, ElementKind Kind, ValueList<string> Names) : ModelChange(Owner)
{
    public override T Accept<T>(IModelChangeVisitor<T> visitor) => visitor.Visit(this);
}
