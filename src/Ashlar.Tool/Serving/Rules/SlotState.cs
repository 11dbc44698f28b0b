using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code keeps something between its calls.</summary>
internal sealed class SlotState : Rule;
