from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'journal.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'journal.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_key = resolve('key')
    l_0_t = resolve('t')
    l_0_q = resolve('q')
    l_0_i = resolve('i')
    pass
    yield '<label class="unseen" for="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-words">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'your_words'))
    yield '</label>\n<textarea id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-words" data-journal="'
    yield escape(environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'id'))
    yield '" rows="'
    yield escape(environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'lines'))
    yield '" autocomplete="off" aria-describedby="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-where"></textarea>\n<p class="where-kept" id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-where">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'journal_private'))
    yield '</p>\n'

def block_after(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_q = resolve('q')
    l_0_t = resolve('t')
    l_0_html = resolve('html')
    pass
    if environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'explanation'):
        pass
        yield '<details class="model"><summary>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'model'))
        yield '</summary>'
        yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'explanation'), _block_vars=_block_vars))
        yield '</details>\n'
    yield '<p class="saved" role="status"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '></p>\n'

blocks = {'answers': block_answers, 'after': block_after}
debug_info = '1=12&2=17&3=30&4=34&5=42&7=47&8=58&9=61&11=66'
