namespace Ashlar.Kernel;

/// <summary>The element of the model that an endpoint comes from, for example <c>Catalog.Book create</c>.</summary>
public sealed record ModelElement(string Name);
