using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The C# compiler refuses a file of the system.</summary>
internal sealed class CsharpError : Rule;
