using Ashlar.Tool;
using Ashlar.Tool.Commands;

return await CommandLine.Run(args, Terminal.OfProcess(), CancellationToken.None);
