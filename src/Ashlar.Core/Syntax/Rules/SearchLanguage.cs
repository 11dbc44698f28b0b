using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A search that names a language, which it does not have.</summary>
public sealed class SearchLanguage : Rule;
